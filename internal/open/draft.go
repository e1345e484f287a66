package open

// Draft is what a person had typed and not written down, by the name of where;
// empty when there is nothing. It lies in the record's file, for this computer
// only: no act tells of it, and no copy has it.
func (r *Room) Draft(name string) (string, error) { return r.store.Draft(name) }

// SetDraft keeps what was typed; an empty text forgets it.
func (r *Room) SetDraft(name, text string) error { return r.store.SetDraft(name, text) }
