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
  local caption = pandoc.Attr(figure.identifier, {}, { ["custom-style"] = "Image Caption" }) -- what a sentence points at
  if #figure.caption.long > 0 then blocks:insert(pandoc.Div(figure.caption.long, caption)) end
  return blocks
end

-- What is to be filled in: its text, then a tab that draws dots up to the next stop.
local TAB = pandoc.RawInline("openxml", "<w:r><w:tab/></w:r>")

local function filled_in(blocks)
  return blocks:walk{
    Span = function(span)
      if not span.classes:includes("fill") then return nil end
      local inlines = span.content
      inlines:insert(TAB)
      return inlines
    end,
    Strong = function(strong)
      return pandoc.Span(strong.content, pandoc.Attr("", {}, { ["custom-style"] = "Memo Label" }))
    end,
  }
end

local function count(blocks, class)
  local found = 0
  blocks:walk{ Span = function(span) if span.classes:includes(class) then found = found + 1 end end }
  return found
end

function Div(div)
  if div.classes:includes("bold-line") then return styled(div.content, "Bold Line") end
  if div.classes:includes("memo-line") then
    return styled(filled_in(div.content), count(div.content, "fill") > 1 and "Memo Halves" or "Memo Line")
  end
  if div.classes:includes("memo-head") then return div.content end
  if div.classes:includes("memo-sign") then return styled(filled_in(div.content), "Memo Signature") end
end

function Header(header)
  if header.classes:includes("memo-title") then return styled({ pandoc.Plain(header.content) }, "Memo Title") end
end

-- Paragraphs of the letter begin further in; where it ends the title follows on a page of its own.
local function letter(blocks)
  local found, inside = pandoc.Blocks{}, false
  for _, block in ipairs(blocks) do
    local name = block.t == "Div" and block.identifier or ""
    if name == "letter-start" then
      inside = true
    elseif name == "letter-end" then
      inside = false
      found:insert(marker("ItaTitleHere"))
    elseif inside and block.t == "Para" then
      found:insert(styled({ block }, "Letter Text"))
    elseif inside and block.t == "Div" and block.attributes["custom-style"] == "Bold Line" then
      found:insert(styled(block.content, "Letter Line"))
    else
      found:insert(block)
    end
  end
  return found
end

-- A landscape section: what to_docx.py makes of these markers depends on where they stand.
function Pandoc(document)
  local found = pandoc.Blocks{}
  document.blocks = letter(document.blocks)
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
