/** Tests of environments and rollbacks. */
@NullMarked
package org.parley.launcher.stack;

import org.jspecify.annotations.NullMarked;
