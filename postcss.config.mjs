/** Tailwind 4 needs no configuration of its own: the tokens are in app/globals.css. */
export default { plugins: { '@tailwindcss/postcss': {} } };
