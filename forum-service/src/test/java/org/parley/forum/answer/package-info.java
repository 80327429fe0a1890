/** Tests of accepted answers. */
@NullMarked
package org.parley.forum.answer;

import org.jspecify.annotations.NullMarked;
