/** Tests of the package of the same name. */
@NullMarked
package org.parley.gateway.address;

import org.jspecify.annotations.NullMarked;
