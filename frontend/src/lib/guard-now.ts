/** Imported before everything else, so that nothing runs unguarded. */
import { guardLinks, guardRuntime } from './guard'

guardRuntime(window)
guardLinks(document)
