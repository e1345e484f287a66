package store

import "midweek/internal/core/iep"

var contacts = table[iep.Contact]{
	name:    "contacts",
	columns: "child_ids, name, phone, email, note, roles, unknown",
	cells: func(c *iep.Contact) []any {
		return []any{
			listed(c.ChildIDs), text(c.Name), text(c.Phone), text(c.Email), text(c.Note), count(c.Roles),
			unknownCell(c.Unknown),
		}
	},
	read: func(r *row) iep.Contact {
		return iep.Contact{
			ID: r.text(), ChildIDs: jsonCell[[]string](r), Name: r.text(), Phone: r.text(), Email: r.text(),
			Note: r.text(), Roles: room[iep.Role](r.number()), Unknown: r.unknown(),
		}
	},
	parts: []part[iep.Contact]{{
		name: "roles", of: "contact", columns: "role, organization, series_id, from_day, to_day, unknown",
		rows: func(c *iep.Contact) [][]any { return rowsOf(c.Roles, roleCells) },
	}},
	words: contactWords,
}

func roleCells(r *iep.Role) []any {
	return []any{
		text(r.Role), text(r.Organization), text(r.SeriesID), dayCell(r.From), dayCell(r.To), unknownCell(r.Unknown),
	}
}

func readRole(r *row) iep.Role {
	return iep.Role{
		Role: iep.RoleKind(r.text()), Organization: r.text(), SeriesID: r.text(), From: r.day(), To: r.day(),
		Unknown: r.unknown(),
	}
}

func contactWords(c *iep.Contact) []string {
	lines := []string{c.Name, c.Phone, c.Email, c.Note}
	for i := range c.Roles {
		lines = append(lines, c.Roles[i].Organization)
	}
	return lines
}

var notes = table[iep.Note]{
	name:    "notes",
	columns: "child_id, on_day, approximate, series_id, kind, side, break_id, text, said_by, known_by, unknown",
	cells: func(n *iep.Note) []any {
		return []any{
			n.ChildID, dayCell(n.Date), mark(n.Approximate), text(n.SeriesID), text(n.Kind), text(n.Side),
			text(n.BreakID), text(n.Text), text(n.SaidBy), text(n.KnownBy), unknownCell(n.Unknown),
		}
	},
	read: func(r *row) iep.Note {
		return iep.Note{
			ID: r.text(), ChildID: r.text(), Date: r.day(), Approximate: r.mark(), SeriesID: r.text(),
			Kind: iep.NoteKind(r.text()), Side: iep.Side(r.text()), BreakID: r.text(), Text: r.text(),
			SaidBy: r.text(), KnownBy: r.text(), Unknown: r.unknown(),
		}
	},
	words: func(n *iep.Note) []string { return []string{n.Text, n.SaidBy} },
}

var promises = table[iep.Promise]{
	name:    "promises",
	columns: "child_id, series_id, on_day, approximate, by, text, due, kept, kept_on, note, unknown",
	cells: func(p *iep.Promise) []any {
		return []any{
			p.ChildID, text(p.SeriesID), dayCell(p.Date), mark(p.Approximate), text(p.By), text(p.Text),
			dayCell(p.Due), text(p.Kept), dayCell(p.KeptOn), text(p.Note), unknownCell(p.Unknown),
		}
	},
	read: func(r *row) iep.Promise {
		return iep.Promise{
			ID: r.text(), ChildID: r.text(), SeriesID: r.text(), Date: r.day(), Approximate: r.mark(), By: r.text(),
			Text: r.text(), Due: r.day(), Kept: iep.Kept(r.text()), KeptOn: r.day(), Note: r.text(),
			Unknown: r.unknown(),
		}
	},
	words: func(p *iep.Promise) []string { return []string{p.Text, p.By, p.Note} },
}

var removals = table[iep.Removal]{
	name:    "removals",
	columns: "child_id, start_day, end_day, kind, part_day, note, unknown",
	cells: func(m *iep.Removal) []any {
		first, last := spanCells(m.Span)
		return []any{m.ChildID, first, last, text(m.Kind), mark(m.PartDay), text(m.Note), unknownCell(m.Unknown)}
	},
	read: func(r *row) iep.Removal {
		return iep.Removal{
			ID: r.text(), ChildID: r.text(), Span: r.span(), Kind: iep.RemovalKind(r.text()), PartDay: r.mark(),
			Note: r.text(), Unknown: r.unknown(),
		}
	},
	words: func(m *iep.Removal) []string { return []string{m.Note} },
}

var attachments = table[iep.Attachment]{
	name:    "attachments",
	columns: "name, media_type, size, sha256, added_on, refs, note, unknown",
	cells: func(a *iep.Attachment) []any {
		return []any{
			text(a.Name), text(a.MediaType), a.Size, text(a.SHA256), dayCell(a.AddedOn), count(a.Of), text(a.Note),
			unknownCell(a.Unknown),
		}
	},
	read: func(r *row) iep.Attachment {
		return iep.Attachment{
			ID: r.text(), Name: r.text(), MediaType: r.text(), Size: r.whole(), SHA256: r.text(), AddedOn: r.day(),
			Of: room[iep.Ref](r.number()), Note: r.text(), Unknown: r.unknown(),
		}
	},
	parts: []part[iep.Attachment]{{
		name: "refs", of: "attachment", columns: "noun, entry, unknown",
		rows: func(a *iep.Attachment) [][]any { return rowsOf(a.Of, refCells) },
	}},
	words: func(a *iep.Attachment) []string { return []string{a.Name, a.Note} },
}

func refCells(r *iep.Ref) []any { return []any{r.Noun, r.ID, unknownCell(r.Unknown)} }

func readRef(r *row) iep.Ref { return iep.Ref{Noun: r.text(), ID: r.text(), Unknown: r.unknown()} }
