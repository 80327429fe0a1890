/** Accepted answers, by those who may accept them and those who may not. */
@NullMarked
package org.parley.forum.answer;

import org.jspecify.annotations.NullMarked;
