// What stands before the bundle in the executable: Node's `require` knows only its own modules there (Node docs, "Single
// executable applications"), so the bundle's chunks are read from the executable itself. `npm run build:executable` puts
// it in front.
{
  const { getAsset } = require('node:sea');
  const { compileFunction } = require('node:vm');
  const ofNode = require;
  const chunk = (id) => {
    const module = { exports: {} };
    const load = compileFunction(getAsset(id, 'utf8'), ['exports', 'require', 'module'], { filename: id });
    load(module.exports, require, module);
    return module.exports;
  };
  // biome-ignore lint/suspicious/noGlobalAssign: it is a parameter of the function that Node makes of this file
  require = (id) => (id.startsWith('./') ? chunk(id) : ofNode(id));
}
