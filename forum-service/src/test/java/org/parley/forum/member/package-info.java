/** Tests of members. */
@NullMarked
package org.parley.forum.member;

import org.jspecify.annotations.NullMarked;
