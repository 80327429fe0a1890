/** Accepted answers: the reply that a thread's author says answers it. */
@NullMarked
package org.parley.forum.answer;

import org.jspecify.annotations.NullMarked;
