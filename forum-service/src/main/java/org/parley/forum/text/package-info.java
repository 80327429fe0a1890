/** What counts as text: for requests that bring it and addresses that are made of it. */
@NullMarked
package org.parley.forum.text;

import org.jspecify.annotations.NullMarked;
