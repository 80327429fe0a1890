/** Tests of links in mails and of how many mails may be asked for. */
@NullMarked
package org.parley.auth.user.mailtoken;

import org.jspecify.annotations.NullMarked;
