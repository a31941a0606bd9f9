// The names of the report formats in JupyterLab's menu File → Save and Export Notebook As and in its command palette.
//
// JupyterLab lists every nbconvert exporter of the server, but names one it does not know after its entry point
// ("Ita_docx"): it looks neither at `export_from_notebook` nor at settings or translations, and items added through
// settings would stand beside the wrong ones. So the command's label is asked for with the right name in its place.
(() => {
  const EXPORT = "notebook:export-to-format";

  // JSON, so that a test can hold the English names against what the exporters call themselves.
  const NAMES = {
    "ita_html": { "en": "ITA report (HTML)", "th": "รายงาน ITA (HTML)" },
    "ita_docx": { "en": "ITA report (Word)", "th": "รายงาน ITA (Word)" },
    "ita_pdf": { "en": "ITA report (PDF)", "th": "รายงาน ITA (PDF)" }
  };

  // JupyterLab tells its own language in <html lang>. It has no Thai language pack, so the browser's counts as well.
  const language = () =>
    [document.documentElement.lang, navigator.language].some((tag) => /^th\b/i.test(tag)) ? "th" : "en";

  const plugin = {
    id: "itaanalysis:export-names",
    description: "Names the report formats in the menu Save and Export Notebook As.",
    autoStart: true,
    activate: ({ commands }) => {
      const label = commands.label.bind(commands);
      // Menu and palette ask anew each time they show; JupyterLab's own label goes on to put words around the name.
      commands.label = (command, args = {}) => {
        const names = command === EXPORT && NAMES[args.format];
        return label(command, names ? { ...args, label: names[language()] } : args);
      };
    }
  };

  // What a bundler would write around it: a module-federation container that shares nothing and needs nothing shared.
  window._JUPYTERLAB = window._JUPYTERLAB ?? {};
  window._JUPYTERLAB.itaanalysis = {
    init: () => {},
    get: async () => () => ({ __esModule: true, default: plugin })
  };
})();
