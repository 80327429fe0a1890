/** Breaks a running Parley while a crowd writes, and proves that nothing was lost. */
@NullMarked
package org.parley.launcher.drill;

import org.jspecify.annotations.NullMarked;
