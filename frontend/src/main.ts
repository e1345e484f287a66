import './lib/guard-now'
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'
import { mount } from 'svelte'
import App from './shell/App.svelte'

if (import.meta.env.MODE === 'fixture') (await import('./dev/fake')).install()

const target = document.getElementById('app')
if (target) mount(App, { target })
