-- From pandoc's tree to Word: wide tables in a landscape section, figures as a picture with its caption below.

local function marker(name)
  return pandoc.RawBlock("openxml", "<w:p><w:pPr><w:pStyle w:val=\"" .. name .. "\"/></w:pPr></w:p>")
end

local MEMO_TITLE = "Memo Title"

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

-- A line to be written on, or the words below it.
local function signed(line)
  if count(pandoc.Blocks{ line }, "fill") == 0 then return styled({ line }, "Memo Position") end
  return styled(filled_in(pandoc.Blocks{ line }), "Memo Signature")
end

function Div(div)
  if div.classes:includes("new-page") then
    div.content:insert(1, marker("ItaNewPage"))
    return div.content
  end
  if div.classes:includes("bold-line") then return styled(div.content, "Bold Line") end
  if div.classes:includes("lead") then return styled(div.content, "Lead Text") end
  if div.classes:includes("memo-line") then
    return styled(filled_in(div.content), count(div.content, "fill") > 1 and "Memo Halves" or "Memo Line")
  end
  if div.classes:includes("memo-head") then return div.content end
  if div.classes:includes("memo-sign") then return div.content:map(signed) end
end

function Header(header)
  if not header.classes:includes("memo-title") then return nil end
  return pandoc.Div({ pandoc.Plain(header.content) }, pandoc.Attr(header.identifier, {}, { ["custom-style"] = MEMO_TITLE }))
end

-- The list of contents as Word makes its own, a field with its entries written out, so that it is there on opening
-- without a question asked. The entries have no page numbers: they would be known only to Word, and wrong ones are
-- worse than none. Word puts them in when the list is updated (a click on it, or F9), since the field asks for them.
local DEPTH = 2
local FIELD = ([[TOC \o "1-%d" \h \z \t "%s,1"]]):format(DEPTH, MEMO_TITLE)
local LIST_STARTS = [[<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>]]
  .. [[</w:docPartObj></w:sdtPr><w:sdtContent>]]
local FIELD_STARTS = [[<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ]] .. FIELD
  .. [[ </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>]]
local LIST_ENDS = [[<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>]]

local function raw(block, xml)
  return block("openxml", xml)
end

-- Level, anchor and text of what is listed. Pandoc raises the headings to the first level after this filter.
local function listed(blocks)
  local found, highest = pandoc.List(), 6
  blocks:walk{ Header = function(header) highest = math.min(highest, header.level) end }
  blocks:walk{
    traverse = "topdown",
    Header = function(header)
      local level = header.level - highest + 1
      if level <= DEPTH then found:insert({ level, header.identifier, header.content }) end
    end,
    Div = function(div)
      if div.attributes["custom-style"] == MEMO_TITLE then found:insert({ 1, div.identifier, div.content[1].content }) end
    end,
  }
  return found
end

local function contents(heading, blocks)
  local list = pandoc.Blocks{ raw(pandoc.RawBlock, LIST_STARTS), styled(heading, "TOC Heading") }
  for number, entry in ipairs(listed(blocks)) do
    local level, anchor, text = table.unpack(entry)
    local line = pandoc.Inlines{ pandoc.Link(text, "#" .. anchor) }
    if number == 1 then line:insert(1, raw(pandoc.RawInline, FIELD_STARTS)) end
    list:insert(styled({ pandoc.Plain(line) }, "toc " .. level))
  end
  list:insert(raw(pandoc.RawBlock, LIST_ENDS))
  return list
end

local LETTER_LINES = pandoc.List{ "Bold Line", "Lead Text" }

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
    elseif inside and block.t == "Div" and LETTER_LINES:includes(block.attributes["custom-style"]) then
      found:insert(styled(block.content, "Letter Line"))
    else
      found:insert(block)
    end
  end
  return found
end

-- Word leaves no room below a table and little below a list: the paragraph that follows has to.
local ROOM_BELOW = { Table = "After Table", BulletList = "After List", OrderedList = "After List" }

local function with_room_above(blocks)
  local found = pandoc.Blocks{}
  for i, block in ipairs(blocks) do
    local style = i > 1 and block.t == "Para" and ROOM_BELOW[blocks[i - 1].t]
    found:insert(style and styled({ block }, style) or block)
  end
  return found
end

-- A landscape section: what to_docx.py makes of these markers depends on where they stand.
function Pandoc(document)
  local found = pandoc.Blocks{}
  document.blocks = with_room_above(letter(document.blocks))
  for i, block in ipairs(document.blocks) do
    if block.t == "Div" and block.identifier == "contents" then
      found:extend(contents(block.content, document.blocks))
    elseif block.t == "Div" and block.classes:includes("landscape") then
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
