/** Parts of every process. */
@NullMarked
package org.parley.platform.runtime;

import org.jspecify.annotations.NullMarked;
