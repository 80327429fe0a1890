/** Tests of token verification. */
@NullMarked
package org.parley.gateway.token;

import org.jspecify.annotations.NullMarked;
