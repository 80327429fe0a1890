/** Tests of the service. */
@NullMarked
package org.parley.@name@;

import org.jspecify.annotations.NullMarked;
