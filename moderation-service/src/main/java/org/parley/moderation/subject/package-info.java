/** What is moderated, as events name it: posts, threads and people. */
@NullMarked
package org.parley.moderation.subject;

import org.jspecify.annotations.NullMarked;
