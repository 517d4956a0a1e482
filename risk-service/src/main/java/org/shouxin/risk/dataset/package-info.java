/** Rows to learn from: a file read into typed columns by a schema, checked, and split. */
package org.shouxin.risk.dataset;
