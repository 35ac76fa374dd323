// In the bundle this stands for @duckdb/node-bindings, whose own search knows node_modules alone. load-duckdb.ts leaves the path here.
module.exports = require(globalThis[Symbol.for('cloudtrail-evidence.duckdb-native-path')]);
