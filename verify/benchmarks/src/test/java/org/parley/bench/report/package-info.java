/** Prints figures as tables and as JSON. */
@NullMarked
package org.parley.bench.report;

import org.jspecify.annotations.NullMarked;
