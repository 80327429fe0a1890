/** Tests of the checks of other services. */
@NullMarked
package org.parley.launcher.checks;

import org.jspecify.annotations.NullMarked;
