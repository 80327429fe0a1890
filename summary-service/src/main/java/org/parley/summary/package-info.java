/** Summarizes threads. Each sentence of a summary cites its posts. */
@NullMarked
package org.parley.summary;

import org.jspecify.annotations.NullMarked;
