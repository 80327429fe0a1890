/**
 * Who says what and who hears it, as {@code contracts} has it, and as the broker does.
 */
@NullMarked
package org.parley.platform.events.catalogue;

import org.jspecify.annotations.NullMarked;
