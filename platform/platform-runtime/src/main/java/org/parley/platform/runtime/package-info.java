/** What every process has. */
@NullMarked
package org.parley.platform.runtime;

import org.jspecify.annotations.NullMarked;
