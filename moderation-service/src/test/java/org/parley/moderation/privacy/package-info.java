/** Tests of export and erasure. */
@NullMarked
package org.parley.moderation.privacy;

import org.jspecify.annotations.NullMarked;
