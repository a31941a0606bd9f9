-- The page, for PDF and Word alike: wide tables together with the lines that introduce them, a line with what it heads
-- or leads to, annexes on pages of their own.

local MARK = "\u{200B}" -- stands between two words after which a line may break; put there before pandoc reads
local ANNEXES = { "ภาคผนวก", "Annex", "Appendix" } -- what the heading of an annex begins with
local SHORT = 500 -- characters of text that go along to a landscape page
local LEAD = 160 -- characters of a paragraph that stays with the list or picture it leads to

local function is_wide(block)
  return block.t == "Table" and block.classes:includes("wide")
end

local function is_bold_line(block)
  return block.t == "Para" and #block.content == 1 and block.content[1].t == "Strong"
end

-- An annex begins on a page of its own; a landscape page is one already.
local function begins_annex(block)
  if block.t ~= "Header" then return false end
  local text = pandoc.utils.stringify(block.content)
  for _, word in ipairs(ANNEXES) do
    if text:find("^" .. word) then return true end
  end
  return false
end

local function classed(block, class)
  return pandoc.Div({ block }, pandoc.Attr("", { class }))
end

-- A short paragraph before the list it leads to, or before the very picture it points at.
local function leads(block, next)
  if block.t ~= "Para" or utf8.len((pandoc.utils.stringify(block):gsub(MARK, ""))) > LEAD then return false end
  local points_at_it = false
  block:walk{ Link = function(link) points_at_it = points_at_it or link.target == "#" .. (next.identifier or "") end }
  return next.t == "BulletList" or next.t == "OrderedList" or (next.t == "Figure" and points_at_it)
end

-- Blocks with what is to be known of them where pages end.
local function placed(blocks)
  local found = pandoc.Blocks{}
  for i, block in ipairs(blocks) do
    if begins_annex(block) then
      block = classed(block, "new-page")
    elseif is_bold_line(block) then
      block = classed(block, "bold-line")
    elseif blocks[i + 1] and leads(block, blocks[i + 1]) then
      block = classed(block, "lead")
    end
    found:insert(block)
  end
  return found
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
      found:insert(block)
    end
  end
  if wide then found:insert(wide) end
  document.blocks = placed(found)
  return document
end
