/** What became of mails. */
@NullMarked
package org.parley.contracts.mail;

import org.jspecify.annotations.NullMarked;
