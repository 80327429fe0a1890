/** Tests of votes. */
@NullMarked
package org.parley.forum.vote;

import org.jspecify.annotations.NullMarked;
