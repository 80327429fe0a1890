/** Tests of the second factor. */
@NullMarked
package org.parley.auth.factor;

import org.jspecify.annotations.NullMarked;
