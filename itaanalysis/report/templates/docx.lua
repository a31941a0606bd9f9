-- From pandoc's tree to Word: wide tables in a landscape section, figures as a picture with its caption below.

local function marker(name)
  return pandoc.RawBlock("openxml", "<w:p><w:pPr><w:pStyle w:val=\"" .. name .. "\"/></w:pPr></w:p>")
end

local function styled(blocks, style)
  return pandoc.Div(blocks, pandoc.Attr("", {}, { ["custom-style"] = style }))
end

function Figure(figure)
  local blocks = pandoc.Blocks{ styled(figure.content, "Captioned Figure") }
  if #figure.caption.long > 0 then blocks:insert(styled(figure.caption.long, "Image Caption")) end
  return blocks
end

-- Wide tables that follow each other share a landscape section; a heading just before them goes along.
function Pandoc(document)
  local found, run = pandoc.Blocks{}, false
  for _, block in ipairs(document.blocks) do
    local wide = block.t == "Table" and block.classes:includes("wide")
    if wide and not run then
      local heading = found[#found]
      if heading and heading.t == "Header" then found:remove() else heading = nil end
      if #found > 0 then found:insert(marker("ItaPortraitEnds")) end
      if heading then found:insert(heading) end
    elseif run and not wide then
      found:insert(marker("ItaLandscapeEnds"))
    end
    run = wide
    found:insert(block)
  end
  if run then found:insert(marker("ItaLandscapeLast")) end
  document.blocks = found
  return document
end
