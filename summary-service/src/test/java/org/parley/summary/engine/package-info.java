/** Tests and contract of the engines. */
@NullMarked
package org.parley.summary.engine;

import org.jspecify.annotations.NullMarked;
