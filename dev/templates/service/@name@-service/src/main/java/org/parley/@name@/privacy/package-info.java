/** The personal data in this service. */
@NullMarked
package org.parley.@name@.privacy;

import org.jspecify.annotations.NullMarked;
