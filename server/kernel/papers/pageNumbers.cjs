/** They stand in a text for the number of its page and for how many pages there are. */
module.exports = { PAGE: '\uE000', PAGES: '\uE001' }
