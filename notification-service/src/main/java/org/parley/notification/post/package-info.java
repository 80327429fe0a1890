/** Consumes events about threads, posts and votes, and notifies the users concerned. */
@NullMarked
package org.parley.notification.post;

import org.jspecify.annotations.NullMarked;
