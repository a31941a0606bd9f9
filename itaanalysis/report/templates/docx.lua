-- From pandoc's tree to Word: wide tables in a landscape section, figures as a picture with its caption below.

local function marker(name)
  return pandoc.RawBlock("openxml", "<w:p><w:pPr><w:pStyle w:val=\"" .. name .. "\"/></w:pPr></w:p>")
end

local function styled(blocks, style)
  return pandoc.Div(blocks, pandoc.Attr("", {}, { ["custom-style"] = style }))
end

-- The marks between words were for measuring; Word finds its own breaks, and a search wants plain spaces.
function Str(str)
  return pandoc.Str((str.text:gsub("\u{200B}", ""):gsub("\u{00A0}", " ")))
end

function Figure(figure)
  local blocks = pandoc.Blocks{ styled(figure.content, "Captioned Figure") }
  if #figure.caption.long > 0 then blocks:insert(styled(figure.caption.long, "Image Caption")) end
  return blocks
end

function Div(div)
  if div.classes:includes("bold-line") then return styled(div.content, "Bold Line") end
end

-- A landscape section: what to_docx.py makes of these markers depends on where they stand.
function Pandoc(document)
  local found = pandoc.Blocks{}
  for i, block in ipairs(document.blocks) do
    if block.t == "Div" and block.classes:includes("landscape") then
      if #found > 0 then found:insert(marker("ItaPortraitEnds")) end
      found:extend(block.content)
      found:insert(marker(i == #document.blocks and "ItaLandscapeLast" or "ItaLandscapeEnds"))
    else
      found:insert(block)
    end
  end
  document.blocks = found
  return document
end
