/** A system of this build that is started once for the tests of a module. */
@NullMarked
package org.parley.running;

import org.jspecify.annotations.NullMarked;
