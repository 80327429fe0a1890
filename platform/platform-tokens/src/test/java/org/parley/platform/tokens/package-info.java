/** Tests of the formats of tokens. */
@NullMarked
package org.parley.platform.tokens;

import org.jspecify.annotations.NullMarked;
