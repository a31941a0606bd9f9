-- What belongs together on a page, for PDF and Word alike: wide tables with the lines that introduce them, and a bold
-- line with what it heads.

local SHORT = 500 -- characters of text that go along to a landscape page

local function is_wide(block)
  return block.t == "Table" and block.classes:includes("wide")
end

local function is_bold_line(block)
  return block.t == "Para" and #block.content == 1 and block.content[1].t == "Strong"
end

-- How many of the last blocks introduce the table that follows: a heading and little text below it.
local function introduction(blocks)
  local length = 0
  for i = #blocks, 1, -1 do
    local block = blocks[i]
    if block.t == "Header" then return #blocks - i + 1 end
    if block.t ~= "Para" and block.t ~= "Plain" then return 0 end
    length = length + utf8.len(pandoc.utils.stringify(block))
    if length > SHORT then return 0 end
  end
  return 0
end

function Pandoc(document)
  local found, wide = pandoc.Blocks{}, nil
  for _, block in ipairs(document.blocks) do
    if is_wide(block) then
      if not wide then
        wide = pandoc.Div({}, pandoc.Attr("", { "landscape" }))
        for _ = 1, introduction(found) do wide.content:insert(1, found:remove()) end
      end
      wide.content:insert(block)
    else
      if wide then
        found:insert(wide)
        wide = nil
      end
      found:insert(is_bold_line(block) and pandoc.Div({ block }, pandoc.Attr("", { "bold-line" })) or block)
    end
  end
  if wide then found:insert(wide) end
  document.blocks = found
  return document
end
