// Clicks something and tells the milliseconds from there until each of what follows it is painted.
async ([click, round, followers]) => {
  const select = name => document.querySelector(`.ita-${name} select`);
  const choose = (control, ...places) => {
    for (const [place, option] of [...control.options].entries()) option.selected = places.includes(place);
    control.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const clicks = {
    "choose a unit": () => {
      const first = select("units").options[0];
      first.selected = !first.selected;
      select("units").dispatchEvent(new Event("change", { bubbles: true }));
    },
    "choose a year": () => choose(select("years"), select("years").options.length - 2 + round % 2),
    "choose an indicator": () => choose(select("measures"), round % 2 ? 0 : select("measures").options.length - 1),
    "move the mark": () => {
      const figure = document.querySelector(".ita-threshold input");
      figure.value = round % 2 ? "85" : "90";
      figure.dispatchEvent(new Event("change", { bubbles: true }));
    },
    "change the language": () => document.querySelectorAll(".widget-toggle-buttons button")[(round + 1) % 2].click(),
    "move a what-if slider": () => {
      const handle = document.querySelector(".ita-sliders .noUi-handle");
      handle.dispatchEvent(new KeyboardEvent("keydown", { key: round % 2 ? "ArrowLeft" : "ArrowRight", bubbles: true }));
    },
  };
  const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
  const followed = followers.map(follower => new Promise((done, missed) => {
    const watcher = new MutationObserver(() => { watcher.disconnect(); done(painted()); });
    watcher.observe(document.querySelector(follower), { childList: true, subtree: true, characterData: true });
    setTimeout(() => missed(new Error(`${click}: ${follower} did not follow`)), 20000);
  }));
  const started = performance.now();
  clicks[click]();
  return (await Promise.all(followed)).map(ended => ended - started);
}
