package app

import (
	"reflect"

	"golang.org/x/text/unicode/norm"
)

// typed is a form with its texts in one spelling of Unicode (NFC), so that a
// name typed on two keyboards is the same name.
func typed[F any](form F) F {
	spell(reflect.ValueOf(&form).Elem())
	return form
}

func spell(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(norm.NFC.String(v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			spell(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			spell(v.Index(i))
		}
	}
}
