import year2022 from './2022.json'
import year2023 from './2023.json'
import year2024 from './2024.json'
import year2025 from './2025.json'
import year2026 from './2026.json'

/** Holidays and made-up workdays as the State Council announces them for each year; a later year is one more file. */
export const holidayYears = [year2022, year2023, year2024, year2025, year2026] as const
