/** What Markdown becomes, and what it must never become. */
@NullMarked
package org.parley.forum.content;

import org.jspecify.annotations.NullMarked;
