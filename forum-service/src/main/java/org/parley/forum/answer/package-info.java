/** Accepted answers: the reply that a thread's author accepts. */
@NullMarked
package org.parley.forum.answer;

import org.jspecify.annotations.NullMarked;
