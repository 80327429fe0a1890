/** The running system of a checkout: start, rollback, status and single instances. */
@NullMarked
package org.parley.launcher.stack;

import org.jspecify.annotations.NullMarked;
