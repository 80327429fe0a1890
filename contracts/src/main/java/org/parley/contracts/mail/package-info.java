/** What became of mails, and what people write by mail. */
@NullMarked
package org.parley.contracts.mail;

import org.jspecify.annotations.NullMarked;
