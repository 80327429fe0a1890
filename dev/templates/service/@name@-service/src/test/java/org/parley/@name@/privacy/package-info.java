/** Tests of export and erasure. */
@NullMarked
package org.parley.@name@.privacy;

import org.jspecify.annotations.NullMarked;
