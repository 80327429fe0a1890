/** Response times measured through the gateway. */
@NullMarked
package org.parley.launcher.timing;

import org.jspecify.annotations.NullMarked;
