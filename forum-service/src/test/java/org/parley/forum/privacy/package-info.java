/** Tests of export and erasure. */
@NullMarked
package org.parley.forum.privacy;

import org.jspecify.annotations.NullMarked;
