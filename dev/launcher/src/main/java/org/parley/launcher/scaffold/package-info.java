/** Generates a new service from the templates of the checkout. */
@NullMarked
package org.parley.launcher.scaffold;

import org.jspecify.annotations.NullMarked;
