/** Secrets that go by mail and count once, and how many mails somebody may ask for. */
@NullMarked
package org.parley.auth.user.mailtoken;

import org.jspecify.annotations.NullMarked;
