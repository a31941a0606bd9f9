-- From pandoc's tree to Typst: words that stay whole, tables that stay on the page, pictures with their description.

local NO_BREAK = "\u{00A0}" -- holds two words together; inside a box a plain space does so too
local MARK = "\u{200B}" -- stands between two words after which a line may break; put there before pandoc reads
local LETTERS_ACROSS = 62 -- characters of table text that fit on a line as wide as the page

local function literal(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"') .. '"'
end

local function is_thai(text)
  for _, code in utf8.codes(text) do
    if code >= 0x0E00 and code <= 0x0E7F then return true end
  end
  return false
end

local function is_mark(code)
  return code == 0x0E31 or code == 0x0E33 or (code >= 0x0E34 and code <= 0x0E3A) or (code >= 0x0E47 and code <= 0x0E4E)
    or (code >= 0x0300 and code <= 0x036F)
end

-- A word longer than the line is cut between letters, never between a consonant and its marks.
local function pieces(word, limit)
  local found, piece, length = {}, "", 0
  for _, code in utf8.codes(word) do
    if not is_mark(code) then
      if length >= limit then
        table.insert(found, piece)
        piece, length = "", 0
      end
      length = length + 1
    end
    piece = piece .. utf8.char(code)
  end
  table.insert(found, piece)
  return found
end

-- What begins a heading or an item of a list in Typst; pandoc lets it stand so at the beginning of a cell.
local function is_markup(word)
  return word:find("^[=+/-]+$") or word:find("^%d+%.$")
end

local function boxed(text, limit, call)
  local inlines = pandoc.Inlines{}
  for word in (text .. MARK):gmatch("(.-)" .. MARK) do
    local parts = pieces(word, limit)
    if #parts > 1 and word:find(NO_BREAK) then -- too long to be held together: rather part it where its space is
      local first, rest = word:match("^(.-)" .. NO_BREAK .. "(.*)$")
      inlines:extend(boxed(first, limit, call))
      inlines:insert(pandoc.Space())
      inlines:extend(boxed(rest, limit, call))
      goto continue
    end
    if #parts == 1 and not is_thai(word) and not is_markup(word) and not word:find(NO_BREAK) then
      if word ~= "" then inlines:insert(pandoc.Str(word)) end
    else
      for _, part in ipairs(parts) do
        inlines:insert(pandoc.RawInline("typst", call .. "(" .. literal((part:gsub(NO_BREAK, " "))) .. ");"))
      end
    end
    ::continue::
  end
  return inlines
end

local function words_whole(limit, call)
  return { Str = function(str) return boxed(str.text, limit, call or "#w") end }
end

local function fitted(cells_table)
  for i, column in ipairs(cells_table.colspecs) do
    local side = column[1] == "AlignDefault" and "AlignLeft" or column[1]
    cells_table.colspecs[i] = { side, column[2] }
  end
  local across = LETTERS_ACROSS
  if cells_table.classes:includes("wide") then across = across * 1.65 end
  local whole_rows = true
  local function fit_row(row)
    local column = 1
    row.cells = row.cells:map(function(cell)
      local share = 0
      for i = column, column + cell.col_span - 1 do
        share = share + ((cells_table.colspecs[i] or {})[2] or 0)
      end
      column = column + cell.col_span
      if share == 0 then share = 1 end
      local limit = math.max(3, math.floor(across * share - 1.2)) -- the padding of a cell, in letters
      -- A row too tall to stand on one page has to be let across the break.
      if utf8.len(pandoc.utils.stringify(cell.contents)) > across * share * 14 then whole_rows = false end
      cell.contents = cell.contents:walk(words_whole(limit, "#column-word"))
      return cell
    end)
    return row
  end
  cells_table.head.rows = cells_table.head.rows:map(fit_row)
  for _, body in ipairs(cells_table.bodies) do
    body.head = body.head:map(fit_row)
    body.body = body.body:map(fit_row)
  end
  cells_table.foot.rows = cells_table.foot.rows:map(fit_row)
  cells_table.caption.long = cells_table.caption.long:walk(words_whole(LETTERS_ACROSS))
  return cells_table, whole_rows
end

function Table(cells_table)
  local result, whole_rows = fitted(cells_table)
  local before = "#[#set table.cell(breakable: " .. tostring(not whole_rows) .. ")"
  return pandoc.Blocks{ pandoc.RawBlock("typst", before), result, pandoc.RawBlock("typst", "]") }, false
end

function Figure(figure)
  local picture
  figure:walk{ Image = function(image) picture = image end }
  if not picture then return nil end
  local caption = pandoc.utils.blocks_to_inlines(figure.caption.long):walk(words_whole(LETTERS_ACROSS))
  local open = "#picture-figure(" .. literal(picture.src) .. ", "
    .. literal(pandoc.utils.stringify(picture.caption)) .. ", ["
  local line = pandoc.Inlines{ pandoc.RawInline("typst", open) }
  line:extend(caption)
  line:insert(pandoc.RawInline("typst", "])"))
  if figure.identifier ~= "" then line:insert(pandoc.RawInline("typst", "#label(" .. literal(figure.identifier) .. ")")) end
  return pandoc.Para(line), false
end

function Image(image)
  local alt = literal(pandoc.utils.stringify(image.caption))
  return pandoc.RawInline("typst", "#image(" .. literal(image.src) .. ", alt: " .. alt .. ");"), false
end

function Str(str)
  return boxed(str.text, LETTERS_ACROSS * 0.7 // 1, "#w")
end

function Code(code)
  local text = code.text:gsub(MARK, "")
  return pandoc.RawInline("typst", "#raw(" .. literal(text) .. ");")
end

local filter

local function enclosed(open, blocks, close)
  local result = pandoc.Blocks{ pandoc.RawBlock("typst", open) }
  result:extend(blocks:walk(filter)) -- what replaces a division is not looked at again
  result:insert(pandoc.RawBlock("typst", close))
  return result
end

-- What is to be filled in: its text, then dots to the end of its share of the line.
function Span(span)
  if not span.classes:includes("fill") then return nil end
  local inlines = pandoc.Inlines{ pandoc.RawInline("typst", "#fill[") }
  inlines:extend(span.content:walk(filter))
  inlines:insert(pandoc.RawInline("typst", "];"))
  return inlines, false
end

function Header(header)
  if not header.classes:includes("memo-title") then return nil end
  header.content = header.content:walk(words_whole(LETTERS_ACROSS))
  return pandoc.Blocks{ pandoc.RawBlock("typst", "#memo-title["), header, pandoc.RawBlock("typst", "]") }, false
end

-- Divisions with a meaning: the letter with its head and signature, the title, the list of contents, landscape pages, an
-- annex, a line that stays with what it heads or leads to.
function Div(div)
  if div.identifier == "letter-start" or div.identifier == "letter-end" then
    return pandoc.RawBlock("typst", "#show: " .. div.identifier), false
  end
  for _, kind in ipairs{ "memo-head", "memo-line", "memo-sign" } do
    if div.classes:includes(kind) then return enclosed("#" .. kind .. "[", div.content, "]"), false end
  end
  if div.identifier == "title" or div.identifier == "contents" then
    local line = pandoc.Inlines{ pandoc.RawInline("typst", "#" .. div.identifier .. "-block[") }
    line:extend(pandoc.utils.blocks_to_inlines(div.content):walk(words_whole(LETTERS_ACROSS // 2)))
    line:insert(pandoc.RawInline("typst", "];"))
    return pandoc.Para(line), false
  elseif div.classes:includes("landscape") then
    return enclosed("#landscape[", div.content, "]"), false
  elseif div.classes:includes("new-page") then
    return enclosed("#annex-page", div.content, ""), false
  elseif div.classes:includes("bold-line") or div.classes:includes("lead") then
    return enclosed("#block(sticky: true)[", div.content, "]"), false
  end
  return div.content:walk(filter), false
end

filter = {
  traverse = "topdown",
  Header = Header,
  Span = Span,
  Table = Table,
  Figure = Figure,
  Image = Image,
  Str = Str,
  Code = Code,
  Div = Div,
}
return { filter }
